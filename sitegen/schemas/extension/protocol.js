// Speaks the Language Server Protocol with a program: frames on its standard input and output.
"use strict";

const { spawn } = require("node:child_process");

/** A language server over its standard input and output, by the Language Server Protocol. */
class Server {
  constructor(command, folder, events) {
    this.events = events;
    this.number = 0;
    this.waiting = new Map();
    this.data = Buffer.alloc(0);
    this.process = spawn(command, ["language-server"], { cwd: folder, windowsHide: true });
    this.process.on("error", (error) => events.failed(error));
    this.process.on("exit", (code) => this.ended(code));
    this.process.stdin.on("error", () => {}); // the server is gone: `exit` says so
    this.process.stderr.on("data", (text) => events.log(String(text)));
    this.process.stdout.on("data", (data) => this.receive(data));
  }

  receive(data) {
    this.data = Buffer.concat([this.data, data]);
    for (;;) {
      const head = this.data.indexOf("\r\n\r\n");
      const size = head < 0 ? null : /content-length: *(\d+)/i.exec(this.data.subarray(0, head).toString());
      if (!size || this.data.length < head + 4 + Number(size[1])) return;
      const end = head + 4 + Number(size[1]);
      const message = JSON.parse(this.data.subarray(head + 4, end).toString());
      this.data = this.data.subarray(end);
      this.take(message);
    }
  }

  take(message) {
    if (message.method && message.id !== undefined) this.send({ id: message.id, result: null });
    else if (message.method) this.events.told(message.method, message.params);
    else if (this.waiting.has(message.id)) {
      const answer = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) this.events.log(message.error.message);
      answer(message.result);
    }
  }

  ended(code) {
    for (const answer of this.waiting.values()) answer(null);
    this.waiting.clear();
    this.events.ended(code);
  }

  ask(method, params) {
    this.number += 1;
    this.send({ id: this.number, method, params });
    return new Promise((answer) => this.waiting.set(this.number, answer));
  }

  say(method, params) {
    this.send({ method, params });
  }

  send(message) {
    const data = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    if (!this.process.stdin.writable) return;
    this.process.stdin.write(`Content-Length: ${data.length}\r\n\r\n`);
    this.process.stdin.write(data);
  }
}

module.exports = { Server };
