/* Draws the address of a document as a QR code into the box at its end, for phones and for prints. Optional: the
   address stands beside it in letters. QR Code Model 2, bytes, level M, versions 1 to 9 (ISO/IEC 18004). */
(function () {
  "use strict";
  /* By version: codewords of correction in a block, number of blocks, codewords of data in all. */
  var SHAPES = [
    null, [10, 1, 16], [16, 1, 28], [26, 1, 44], [18, 2, 64], [24, 2, 86], [16, 4, 108], [18, 4, 124], [22, 4, 154], [22, 5, 182]
  ];
  /* By version: where the small squares stand, across and down. */
  var SQUARES = [null, [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46]];
  var MASKS = [
    function (x, y) { return (x + y) % 2; },
    function (x, y) { return y % 2; },
    function (x) { return x % 3; },
    function (x, y) { return (x + y) % 3; },
    function (x, y) { return (Math.floor(y / 2) + Math.floor(x / 3)) % 2; },
    function (x, y) { return x * y % 2 + x * y % 3; },
    function (x, y) { return (x * y % 2 + x * y % 3) % 2; },
    function (x, y) { return ((x + y) % 2 + x * y % 3) % 2; }
  ];
  var powers = [], logarithms = [];

  function makeField() {
    for (var value = 1, exponent = 0; exponent < 255; exponent += 1) {
      powers[exponent] = value;
      logarithms[value] = exponent;
      value = value < 128 ? value * 2 : value * 2 ^ 285;
    }
  }

  function product(a, b) {
    return a && b ? powers[(logarithms[a] + logarithms[b]) % 255] : 0;
  }

  /* The codewords that correct a block (Reed-Solomon). */
  function correction(block, length) {
    var generator = [1], rest = block.slice(), i, j;
    for (i = 0; i < length; i += 1) {
      generator.push(0);
      rest.push(0);
      for (j = i + 1; j > 0; j -= 1) { generator[j] ^= product(generator[j - 1], powers[i]); }
    }
    block.forEach(function (_, at) {
      var factor = rest[at];
      for (j = 0; j <= length; j += 1) { rest[at + j] ^= product(generator[j], factor); }
    });
    return rest.slice(block.length);
  }

  function inBits(value, length) {
    return (value + 65536).toString(2).slice(-length);
  }

  /* Mode, length, bytes, end; filled up to the length of the version. */
  function dataWords(bytes, length) {
    var bits = "0100" + inBits(bytes.length, 8), words = [];
    bytes.forEach(function (byte) { bits += inBits(byte, 8); });
    bits += "0000";
    for (var at = 0; at < bits.length; at += 8) { words.push(parseInt(bits.slice(at, at + 8), 2)); }
    for (var filler = 236; words.length < length; filler = 253 - filler) { words.push(filler); }
    return words;
  }

  /* All codewords in the order in which they are laid: one of each block in turn. */
  function codewords(bytes, shape) {
    var words = dataWords(bytes, shape[2]), blocks = [], laid = [], at = 0;
    for (var i = 0; i < shape[1]; i += 1) {
      var end = at + Math.floor((shape[2] + i) / shape[1]);
      blocks.push(words.slice(at, end));
      at = end;
    }
    function lay(parts) {
      for (var place = 0; place < parts[parts.length - 1].length; place += 1) {
        parts.forEach(function (part) { if (place < part.length) { laid.push(part[place]); } });
      }
    }
    lay(blocks);
    lay(blocks.map(function (block) { return correction(block, shape[0]); }));
    return laid;
  }

  /* A number with the bits that protect it, `length` of them. */
  function protectedBits(value, length, generator) {
    var rest = value << length;
    for (var bit = length + 6; bit >= length; bit -= 1) {
      if (rest >> bit & 1) { rest ^= generator << bit - length; }
    }
    return value << length | rest;
  }

  /* What is the same for all data of a version. The rest is left undefined. */
  function pattern(version) {
    var size = 17 + 4 * version, square = [], i;
    for (i = 0; i < size; i += 1) { square.push(new Array(size)); }
    function rings(cx, cy, dark) {
      for (var y = 1 - dark.length; y < dark.length; y += 1) {
        for (var x = 1 - dark.length; x < dark.length; x += 1) {
          var inside = cx + x >= 0 && cx + x < size && cy + y >= 0 && cy + y < size;
          if (inside) { square[cy + y][cx + x] = dark[Math.max(Math.abs(x), Math.abs(y))]; }
        }
      }
    }
    for (i = 0; i < size; i += 1) { square[6][i] = square[i][6] = 1 - i % 2; }
    SQUARES[version].forEach(function (y) {
      SQUARES[version].forEach(function (x) {
        var inCorner = Math.min(x, y) === 6 && (x === y || Math.max(x, y) === size - 7);
        if (!inCorner) { rings(x, y, [1, 0, 1]); }
      });
    });
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(function (corner) { rings(corner[0], corner[1], [1, 1, 0, 1, 0]); });
    if (version > 6) {
      var bits = protectedBits(version, 12, 7973);
      for (i = 0; i < 18; i += 1) {
        var far = size - 11 + i % 3, near = Math.floor(i / 3);
        square[near][far] = square[far][near] = bits >> i & 1;
      }
    }
    return square;
  }

  function writeFormat(square, mask) {
    var size = square.length, bits = protectedBits(mask, 10, 1335) ^ 21522;
    for (var i = 0; i < 15; i += 1) {
      square[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = bits >> i & 1;
      square[8][i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = bits >> i & 1;
    }
    square[size - 8][8] = 1;
  }

  /* Lay the codewords in columns of two, up and down by turns, from the right. */
  function filled(words, version, mask) {
    var square = pattern(version), size = square.length, at = 0, upwards = true;
    writeFormat(square, mask);
    for (var right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
      for (var step = 0; step < size; step += 1) {
        var y = upwards ? size - 1 - step : step;
        for (var x = right; x > right - 2; x -= 1) {
          if (square[y][x] === undefined) {
            var bit = (words[at >> 3] || 0) >> 7 - at % 8 & 1;
            square[y][x] = MASKS[mask](x, y) ? bit : 1 - bit;
            at += 1;
          }
        }
      }
      upwards = !upwards;
    }
    return square;
  }

  /* How hard a square is to read: long runs, blocks, what looks like a corner, too much of one colour. */
  function badness(square) {
    var bad = 0, dark = 0, size = square.length;
    function line(text) {
      (text.match(/0{5,}|1{5,}/g) || []).forEach(function (run) { bad += run.length - 2; });
      bad += 40 * (text.split(/(?=10111010000)|(?=00001011101)/).length - 1);
      bad += /^(?:10111010000|00001011101)/.test(text) ? 40 : 0;
    }
    square.forEach(function (row, y) {
      line(row.join(""));
      line(square.map(function (other) { return other[y]; }).join(""));
      row.forEach(function (cell, x) {
        var sum = y && x ? cell + row[x - 1] + square[y - 1][x] + square[y - 1][x - 1] : 1;
        bad += sum % 4 ? 0 : 3;
        dark += cell;
      });
    });
    return bad + 10 * Math.floor(Math.abs(20 * dark - 10 * size * size) / (size * size));
  }

  /* Rows of 0 and 1, or null for a text that is too long. */
  function encode(text) {
    var bytes = unescape(encodeURIComponent(text)).split("").map(function (sign) { return sign.charCodeAt(0); });
    var version = 1, best = null, least = Infinity;
    while (version < SHAPES.length && SHAPES[version][2] < bytes.length + 2) { version += 1; }
    if (version === SHAPES.length) { return null; }
    var words = codewords(bytes, SHAPES[version]);
    MASKS.forEach(function (_, mask) {
      var square = filled(words, version, mask), bad = badness(square);
      if (bad < least) { best = square; least = bad; }
    });
    return best;
  }

  function shape(name, attributes) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  function draw(box) {
    var square = encode(box.getAttribute("data-qr")), dark = "";
    if (!square) { return; }
    var size = square.length + 8;
    square.forEach(function (row, y) {
      row.join("").replace(/1+/g, function (run, x) { dark += "M" + (x + 4) + " " + (y + 4) + "h" + run.length + "v1h-" + run.length + "z"; });
    });
    var drawing = shape("svg", { viewBox: "0 0 " + size + " " + size, role: "img", "aria-label": box.getAttribute("data-word") });
    drawing.appendChild(shape("path", { fill: "#fff", d: "M0 0h" + size + "v" + size + "H0z" }));
    drawing.appendChild(shape("path", { fill: "#000", d: dark }));
    box.insertBefore(drawing, box.firstChild);
  }

  makeField();
  Array.prototype.forEach.call(document.querySelectorAll("[data-qr]"), draw);
}());
