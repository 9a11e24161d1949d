/* How texts and queries are compared: the same rules as sitegen/formats/search_text.py, and a test holds both against
   each other. Width, case, traditional characters, blanks, brackets, quotation marks and dashes do not count. */
(() => {
  "use strict";
  const LEFT_OUT = /[\p{Z}\p{C}\p{M}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}"'`·•‧]/u;
  const STOPS = /^[,.;:!?、。]+|[,.;:!?、。]+$/g;
  const PLAIN = /^(?:[0-9a-z]|(?=\p{Lo})[\u3400-\u9fff])$/u;
  const known = window.sitegenCharacters || { traditional: "", simplified: "", initials: [] };
  const simplified = new Map(Array.from(known.traditional, (sign, at) => [sign, known.simplified[at]]));
  const foldedSigns = new Map();
  let initials = null;

  function foldSign(sign) {
    let folded = foldedSigns.get(sign);
    if (folded === undefined) {
      folded = LEFT_OUT.test(sign) ? "" : simplified.get(sign) || sign;
      foldedSigns.set(sign, folded);
    }
    return folded;
  }

  /* A text as it is compared. */
  function fold(text) {
    let folded = "";
    for (const sign of text.normalize("NFKC").toLowerCase()) { folded += foldSign(sign); }
    return folded;
  }

  /* The phrase that the index is asked for: every character that counts is a word of its own there. */
  function phrase(folded) {
    return `"${Array.from(folded, (sign) => (PLAIN.test(sign) ? sign : `x${sign.codePointAt(0)}`)).join(" ")}"`;
  }

  /* The words of a query, folded, without commas and stops at their ends. */
  function wordsOf(query) {
    return Array.from(new Set(query.split(/\s+/).map((word) => fold(word).replace(STOPS, "")).filter(Boolean)));
  }

  /* 青政规 2023 4, 青政规〔2023〕4号 or 国办函2019 61 as letters, year and serial; null for anything else. */
  function readNumber(text) {
    const plain = text.normalize("NFKC").replace(/第|号|\s/g, " ").trim();
    const found = /^(\D*?)((?:19|20)\d\d)(?:[^\d\u4e00-\u9fff]*(\d+))?[^\d\u4e00-\u9fff]*$/.exec(plain);
    return found && { letters: fold(found[1]), year: found[2], serial: found[3] ? String(Number(found[3])) : "" };
  }

  /* Whether the initials in pinyin of a folded text hold `letters`; a character may have several readings. */
  function soundsLike(folded, letters) {
    if (!initials) {
      initials = new Map();
      for (const [letter, signs] of known.initials) {
        for (const sign of signs) { initials.set(sign, (initials.get(sign) || "") + letter); }
      }
    }
    const sounds = Array.from(folded, (sign) => initials.get(sign) || sign);
    return sounds.some((_, at) => at + letters.length <= sounds.length &&
      Array.from(letters).every((letter, step) => sounds[at + step].includes(letter)));
  }

  /* Where `words` stand in a text: (begin, end) in order, none touching another. */
  function placesOf(text, words) {
    const starts = [];
    let folded = "", at = 0;
    for (const sign of text) {
      for (const piece of fold(sign)) { folded += piece; for (const _ of piece) { starts.push([at, at + sign.length]); } }
      at += sign.length;
    }
    const found = [];
    for (const word of words) {
      for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
        found.push([starts[from][0], starts[from + word.length - 1][1]]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.reduce((places, place) => {
      const last = places[places.length - 1];
      if (last && place[0] <= last[1]) { last[1] = Math.max(last[1], place[1]); } else { places.push(place); }
      return places;
    }, []);
  }

  window.sitegenSearch = { fold, phrase, wordsOf, readNumber, soundsLike, placesOf };
})();
