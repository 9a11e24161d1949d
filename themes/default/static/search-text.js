/* How texts and queries are compared: the same rules as sitegen/formats/search_text.py, and a test holds both against
   each other. On Chinese pages width, case, traditional characters, blanks, brackets, quotation marks and dashes do not
   count. On pages in a language that is written in words, words count and nothing else; each begins with a blank. */
(() => {
  "use strict";
  const LEFT_OUT = /[\p{Z}\p{C}\p{M}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}"'`·•‧]/u;
  const STOPS = /^[,.;:!?、。]+|[,.;:!?、。]+$/g;
  const PLAIN = /^(?:[0-9a-z]|(?=\p{Lo})[\u3400-\u9fff])$/u;
  const known = window.sitegenCharacters || { traditional: "", simplified: "", initials: [] };
  const simplified = new Map(Array.from(known.traditional, (sign, at) => [sign, known.simplified[at]]));
  const foldedSigns = new Map();
  const INSIDE = /[\p{M}\p{Cf}'’ʼ]/u;
  const LETTER = /[\p{L}\p{N}]/u, CHINESE = /(?=\p{Lo})[\u3400-\u9fff]/u;
  const byWords = !/^(zh|$)/.test(document.documentElement.lang);
  let initials = null;

  function foldSign(sign) {
    let folded = foldedSigns.get(sign);
    if (folded === undefined) {
      folded = LEFT_OUT.test(sign) ? "" : simplified.get(sign) || sign;
      foldedSigns.set(sign, folded);
    }
    return folded;
  }

  /* What is compared of each sign of a text in words: its letters, a blank before the first of a word. */
  function* wordPieces(text) {
    let inside = false;
    for (const sign of text) {
      let piece = "";
      for (const one of sign.normalize("NFKD").toLowerCase()) {
        if (INSIDE.test(one)) { continue; }
        const counts = LETTER.test(one), chinese = CHINESE.test(one);
        if (counts) { piece += inside && !chinese ? one : ` ${one}`; }
        inside = counts && !chinese;
      }
      yield [sign, piece];
    }
  }

  function* signPieces(text) {
    for (const sign of text) { yield [sign, fold(sign)]; }
  }

  /* A text as it is compared. */
  function fold(text) {
    if (byWords) { return Array.from(wordPieces(text), ([, piece]) => piece).join(""); }
    let folded = "";
    for (const sign of text.normalize("NFKC").toLowerCase()) { folded += foldSign(sign); }
    return folded;
  }

  /* The phrase that the index is asked for: every character that counts is a word of its own there. */
  function phrase(folded) {
    const indexed = (sign) => (sign === " " ? "xword" : PLAIN.test(sign) ? sign : `x${sign.codePointAt(0)}`);
    return `"${Array.from(folded, indexed).join(" ")}"`;
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
    for (const [sign, piece] of byWords ? wordPieces(text) : signPieces(text)) {
      folded += piece;
      for (let unit = 0; unit < piece.length; unit += 1) { starts.push([at, at + sign.length]); }
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

  window.sitegenSearch = { byWords, fold, phrase, wordsOf, readNumber, soundsLike, placesOf };
})();
