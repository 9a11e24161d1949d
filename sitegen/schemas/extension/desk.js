// One folder of the workspace: its server, which is started again when it ends, and the open files that it knows.
"use strict";

const vscode = require("vscode");
const { about } = require("./about.js");
const { command } = require("./program.js");
const { Server } = require("./protocol.js");
const { finding } = require("./translate.js");

const YAML_EXTENSION = "redhat.vscode-yaml";
const MOST_STARTS = 5; // after so many ends that nobody asked for, it is not started again

/** The server of one folder of the workspace, and the open files that it knows. */
class Desk {
  constructor(folder, findings, channel) {
    this.folder = folder;
    this.findings = findings;
    this.channel = channel;
    this.starts = 0;
    this.start();
  }

  start() {
    this.open = new Set();
    this.ready = false;
    this.starts += 1;
    this.server = new Server(command(this.folder), this.folder.uri.fsPath, {
      log: (text) => this.channel.appendLine(text.trimEnd()),
      told: (method, params) => this.told(method, params),
      failed: (error) => this.failed(error),
      ended: (code) => this.ended(code),
    });
    const server = this.server;
    server.ask("initialize", about(this.folder)).then((answer) => {
      if (!answer || server !== this.server) return;
      server.say("initialized", {});
      this.ready = true;
      vscode.workspace.textDocuments.forEach((document) => this.opened(document));
    });
  }

  stop() {
    const server = this.server;
    this.server = null;
    this.ready = false;
    if (server) server.ask("shutdown", null).then(() => server.say("exit", null));
    if (server) setTimeout(() => server.process.kill(), 2000).unref();
  }

  failed(error) {
    this.server = null;
    this.channel.appendLine(error.message);
    const where = "打开设置";
    const words = "没有找到 sitegen 程序，所以写的时候没有补全和红线。请管理员装好 sitegen，或者在设置里写明它在哪里。";
    vscode.window.showWarningMessage(words, where).then((choice) => {
      if (choice === where) vscode.commands.executeCommand("workbench.action.openSettings", "sitegen.command");
    });
  }

  ended(code) {
    if (this.server === null) return;
    this.server = null;
    this.ready = false;
    this.findings.clearBelow(String(this.folder.uri));
    if (this.starts < MOST_STARTS) this.start();
    else vscode.window.showErrorMessage(`sitegen 停了（${code}），写的时候没有补全和红线。可能是 sitegen 太旧，请管理员看看。`);
  }

  told(method, params) {
    if (method === "window/logMessage" || method === "window/showMessage") this.channel.appendLine(params.message);
    if (method !== "textDocument/publishDiagnostics") return;
    this.findings.set(String(vscode.Uri.parse(params.uri)), params.diagnostics.map(finding));
  }

  holds(document) {
    if (document.uri.scheme !== "file" || vscode.workspace.getWorkspaceFolder(document.uri) !== this.folder) return false;
    if (document.languageId === "markdown" || document.fileName.endsWith(".md")) return true;
    return document.fileName.endsWith(".yaml") && !vscode.extensions.getExtension(YAML_EXTENSION);
  }

  opened(document) {
    const uri = String(document.uri);
    if (!this.ready || this.open.has(uri) || !this.holds(document)) return;
    this.open.add(uri);
    const { languageId, version } = document;
    this.server.say("textDocument/didOpen", { textDocument: { uri, languageId, version, text: document.getText() } });
  }

  changed(document) {
    const uri = String(document.uri);
    if (!this.open.has(uri) || !this.ready) return;
    const textDocument = { uri, version: document.version };
    this.server.say("textDocument/didChange", { textDocument, contentChanges: [{ text: document.getText() }] });
  }

  saved(document) {
    const uri = String(document.uri);
    if (this.open.has(uri) && this.ready) this.server.say("textDocument/didSave", { textDocument: { uri } });
  }

  closed(document) {
    const uri = String(document.uri);
    if (this.open.delete(uri) && this.ready) this.server.say("textDocument/didClose", { textDocument: { uri } });
  }

  moved(uri, type) {
    if (this.ready) this.server.say("workspace/didChangeWatchedFiles", { changes: [{ uri: String(uri), type }] });
  }

  async asked(method, document, more) {
    const uri = String(document.uri);
    if (!this.ready || !this.open.has(uri)) return null;
    return this.server.ask(method, { textDocument: { uri }, ...more });
  }
}

module.exports = { Desk };
