/* What a query finds: rows of data/titles.js by title, number and body, and pages of the full-text index. The index says
   only which pages hold the words; order, filters and states come from the rows, and the state from today's date. */
(() => {
  "use strict";
  const { fold, phrase, wordsOf, readNumber, soundsLike } = window.sitegenSearch;
  const [TITLE, PATH, NUMBER, PUBLISHED, BODY, STATE, NEXT_ON, NEXT_STATE, KIND, DOMAINS] = Array(10).keys();
  const ENDED = ["repealed", "lapsed"];
  const BY_NUMBER = 0, BY_TITLE = 1, BY_HEAD = 2, BY_TEXT = 3, BY_SOUND = 4;
  const today = new Date(Date.now() + 288e5).toISOString().slice(0, 10);

  /* One row as an object, with what is compared. */
  function readRow(row, index) {
    const at = row[NEXT_ON] && row[NEXT_ON] <= today ? row[NEXT_STATE] : row[STATE];
    const state = at < 0 ? null : { code: index.states[at][0], word: index.states[at][1] };
    const body = index.bodies[row[BODY]] || "";
    return {
      title: row[TITLE], path: row[PATH], number: row[NUMBER], published: row[PUBLISHED], state, body,
      kind: index.kinds[row[KIND]], year: row[PUBLISHED].slice(0, 4), domains: row[DOMAINS].map((one) => index.domains[one]),
      ended: Boolean(state) && ENDED.includes(state.code),
      head: { title: fold(row[TITLE]), number: fold(row[NUMBER]), body: fold(body), read: row[NUMBER] && readNumber(row[NUMBER]) },
    };
  }

  function numberFits(wanted, row) {
    const has = row.head.read;
    return Boolean(has && wanted.letters && has.letters.includes(wanted.letters) && has.year === wanted.year &&
      (!wanted.serial || has.serial === wanted.serial));
  }

  function headRank(row, words) {
    const { title, number, body } = row.head;
    if (words.every((word) => title.includes(word))) { return BY_TITLE; }
    return words.every((word) => title.includes(word) || number.includes(word) || body.includes(word)) ? BY_HEAD : -1;
  }

  /* Loads the index at the first question; tries again at the next where that failed. */
  class FullText {
    constructor(folder, rows) {
      this.folder = folder;
      this.rows = rows.slice().sort((one, other) => (one.path < other.path ? -1 : 1));
      this.loading = null;
    }

    load() {
      this.loading = this.loading || this.start().catch((error) => { this.loading = null; throw error; });
      return this.loading;
    }

    /* Pagefind's names of all pages; asking anew tells whether the network is there. */
    async names(cache) {
      const answer = await fetch(`${this.folder}pages.json`, { cache });
      if (!answer.ok) { throw new Error(`pages.json: ${answer.status}`); }
      return answer.json();
    }

    async start() {
      const [engine, names] = await Promise.all([import(`${this.folder}pagefind.js`), this.names("default")]);
      if (names.length !== this.rows.length) { throw new Error("the index is of another build"); }
      await engine.options({ basePath: this.folder, baseUrl: "/" });
      await engine.init();
      return { engine, pages: new Map(names.map((name, at) => [name, this.rows[at]])) };
    }

    /* The rows of the pages that hold all of `words`. */
    async holding(words) {
      const { engine, pages } = await this.load();
      let found = null;
      for (const word of words) {
        const { results } = await engine.search(phrase(word));
        if (!results.length) { await this.names("no-store"); } // Pagefind finds nothing, too, where parts of it do not come
        const names = new Set(results.map((result) => result.id.slice(result.id.lastIndexOf("_") + 1)));
        found = found ? new Set([...found].filter((name) => names.has(name))) : names;
      }
      return new Set([...found].map((name) => pages.get(name)));
    }
  }

  class Finder {
    /* `folder` is the address of the full-text index, "" where there is none. */
    constructor(index, folder) {
      this.rows = index.rows.map((row) => readRow(row, index));
      this.fullText = folder && this.rows.length ? new FullText(folder, this.rows) : null;
    }

    /* What `query` finds without texts: {hits: [{row, rank}], words}. */
    findHeads(query) {
      return this.combine(query, () => new Set());
    }

    /* The same with texts. Rejected where the index cannot be read. */
    async find(query) {
      if (!this.fullText) { return this.findHeads(query); }
      const texts = new Map();
      for (const words of this.readings(query)) {
        texts.set(words.join(" "), await this.fullText.holding(words));
      }
      return this.combine(query, (words) => texts.get(words.join(" ")));
    }

    /* How the query can be read: as one number, as words. */
    readings(query) {
      const words = wordsOf(query);
      const number = this.numberIn(query);
      return [...(number ? [[number.phrase]] : []), ...(words.length ? [words] : [])];
    }

    /* The number that a query means. Without a serial it must be the beginning of one in the column. */
    numberIn(query) {
      const wanted = readNumber(query);
      if (!wanted || !wanted.letters) { return null; }
      const own = this.rows.filter((row) => numberFits(wanted, row));
      if (!wanted.serial && !own.length) { return null; }
      return { own, phrase: wanted.letters + fold(wanted.year) + (wanted.serial && fold(`${wanted.serial}号`)) };
    }

    combine(query, textsWith) {
      const words = wordsOf(query);
      const number = this.numberIn(query);
      if (number) {
        const hits = ranked(number.own, textsWith([number.phrase]));
        if (hits.length) { return { hits, words: [number.phrase] }; }
      }
      if (!words.length) { return { hits: [], words }; }
      const texts = textsWith(words);
      const hits = this.rows.map((row) => ({ row, rank: headRank(row, words) }));
      for (const hit of hits) { if (hit.rank < 0 && texts.has(hit.row)) { hit.rank = BY_TEXT; } }
      const found = hits.filter((hit) => hit.rank >= 0);
      return { hits: inOrder(found.length ? found : this.bySound(words)), words };
    }

    /* Initials of a title, where nothing holds the letters themselves. */
    bySound(words) {
      const letters = words.join("");
      if (!/^[a-z]{2,}$/.test(letters)) { return []; }
      return this.rows.filter((row) => soundsLike(row.head.title, letters)).map((row) => ({ row, rank: BY_SOUND }));
    }
  }

  function ranked(own, texts) {
    const rows = new Set([...own, ...texts]);
    return inOrder([...rows].map((row) => ({ row, rank: own.includes(row) ? BY_NUMBER : BY_TEXT })));
  }

  function newest(one, other) {
    return one.row.published < other.row.published ? 1 : one.row.published > other.row.published ? -1 : one.row.path < other.row.path ? -1 : 1;
  }

  function inOrder(hits) {
    return hits.sort((one, other) => one.rank - other.rank || newest(one, other));
  }

  /* The ways to narrow results: what each looks at. */
  const FACETS = {
    k: (row) => [row.kind],
    b: (row) => (row.body ? [row.body] : []),
    y: (row) => [row.year],
    d: (row) => row.domains,
  };

  function stateFits(row, wanted) {
    return wanted === "all" || (wanted ? Boolean(row.state) && row.state.code === wanted : !row.ended);
  }

  /* The hits that fit `asked` ({s, k, b, y, d}); `but` is a facet that is not looked at. */
  function narrowed(hits, asked, but) {
    return hits.filter(({ row }) => (but === "s" || stateFits(row, asked.s)) &&
      Object.keys(FACETS).every((name) => name === but || !asked[name] || FACETS[name](row).includes(asked[name])));
  }

  Object.assign(window.sitegenSearch, { Finder, FACETS, narrowed, stateFits, newest, BY_TEXT });
})();
