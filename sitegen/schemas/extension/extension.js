// Starts `sitegen language-server` and hands on what it says: completion, help, findings, corrections.
// Plain JavaScript without any dependency, so that nothing has to be downloaded. Written by `sitegen schema`.
"use strict";

const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const NAME = "sitegen"; // the task in .vscode/tasks.json owns its problems under the same name: it replaces ours
const YAML_EXTENSION = "redhat.vscode-yaml";
const TASK = "检查栏目"; // VS Code makes one problem of several that a task finds in one place, so ours are shown again
const MOST_STARTS = 5; // after so many ends that nobody asked for, it is not started again
const PROGRAMS = [".venv/Scripts/sitegen.exe", ".venv/bin/sitegen", "venv/Scripts/sitegen.exe", "venv/bin/sitegen"];

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
    this.findings.clear();
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

/** Return the program: the one of the settings, else the project's own, else whichever the system finds. */
function command(folder) {
  const set = vscode.workspace.getConfiguration("sitegen", folder.uri).get("command", "").trim();
  const own = PROGRAMS.map((name) => path.join(folder.uri.fsPath, name)).find((file) => existsSync(file));
  return set || own || "sitegen";
}

/** Let terminals and tasks find the same program: the task “检查栏目” says only `sitegen check`. */
function shareWithTerminals(context) {
  const first = (vscode.workspace.workspaceFolders || [])[0];
  const program = first ? command(first) : "";
  const variables = context.environmentVariableCollection;
  variables.clear();
  if (path.isAbsolute(program)) variables.prepend("PATH", path.dirname(program) + path.delimiter);
}

function about(folder) {
  const uri = String(folder.uri);
  const completionItem = { snippetSupport: true, documentationFormat: ["markdown"], labelDetailsSupport: true };
  return {
    processId: process.pid,
    clientInfo: { name: "Visual Studio Code", version: vscode.version },
    locale: "zh-cn",
    rootUri: uri,
    workspaceFolders: [{ uri, name: folder.name }],
    initializationOptions: { again: "editor.action.triggerSuggest" },
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      workspace: { workspaceFolders: true, didChangeWatchedFiles: {} },
      textDocument: {
        synchronization: { didSave: true },
        completion: { completionItem },
        hover: { contentFormat: ["markdown"] },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
        publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
      },
    },
  };
}

const place = (at) => new vscode.Position(at.line, at.character);
const range = (at) => new vscode.Range(place(at.start), place(at.end));
const at = (position) => ({ line: position.line, character: position.character });

function finding(told) {
  const made = new vscode.Diagnostic(range(told.range), told.message, told.severity - 1);
  made.source = told.source;
  made.code = told.codeDescription
    ? { value: told.code, target: vscode.Uri.parse(told.codeDescription.href) }
    : told.code;
  made.relatedInformation = (told.relatedInformation || []).map((each) => {
    const where = new vscode.Location(vscode.Uri.parse(each.location.uri), range(each.location.range));
    return new vscode.DiagnosticRelatedInformation(where, each.message);
  });
  return made;
}

function proposal(told) {
  const label = { label: told.label, description: (told.labelDetails || {}).description };
  const made = new vscode.CompletionItem(label, told.kind - 1);
  const text = told.textEdit.newText;
  made.insertText = told.insertTextFormat === 2 ? new vscode.SnippetString(text) : text;
  made.range = range(told.textEdit.range);
  made.sortText = told.sortText;
  made.filterText = told.filterText;
  made.detail = told.detail;
  if (told.documentation) made.documentation = new vscode.MarkdownString(told.documentation.value);
  if (told.command) made.command = { title: told.command.title, command: told.command.command };
  return made;
}

function correction(told, document) {
  const made = new vscode.CodeAction(told.title, vscode.CodeActionKind.QuickFix);
  made.edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(told.edit.changes)) {
    const target = uri === String(document.uri) ? document.uri : vscode.Uri.parse(uri);
    edits.forEach((edit) => made.edit.replace(target, range(edit.range), edit.newText));
  }
  made.isPreferred = told.isPreferred;
  return made;
}

function register(deskOf) {
  const languages = [{ scheme: "file", pattern: "**/*.md" }, { scheme: "file", pattern: "**/*.yaml" }];
  const ask = async (method, document, more) => {
    const desk = deskOf(document.uri);
    return desk ? desk.asked(`textDocument/${method}`, document, more) : null;
  };
  return [
    vscode.languages.registerCompletionItemProvider(languages, {
      provideCompletionItems: async (document, position) => {
        const list = await ask("completion", document, { position: at(position) });
        return list ? new vscode.CompletionList(list.items.map(proposal), list.isIncomplete) : null;
      },
    }, " ", "[", "{", ","),
    vscode.languages.registerHoverProvider(languages, {
      provideHover: async (document, position) => {
        const told = await ask("hover", document, { position: at(position) });
        return told ? new vscode.Hover(new vscode.MarkdownString(told.contents.value), range(told.range)) : null;
      },
    }),
    vscode.languages.registerCodeActionsProvider(languages, {
      provideCodeActions: async (document, wanted) => {
        const where = { start: at(wanted.start), end: at(wanted.end) };
        const list = await ask("codeAction", document, { range: where, context: { diagnostics: [] } });
        return list ? list.map((each) => correction(each, document)) : null;
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  ];
}

/** The problems that are shown, and the last that the servers told. */
class Findings {
  constructor() {
    this.shown = vscode.languages.createDiagnosticCollection(NAME);
    this.told = new Map();
  }

  set(uri, found) {
    this.told.set(uri, found);
    this.shown.set(vscode.Uri.parse(uri), found);
  }

  clear() {
    this.told.clear();
    this.shown.clear();
  }

  showAgain() {
    this.told.forEach((found, uri) => this.shown.set(vscode.Uri.parse(uri), found));
  }

  dispose() {
    this.shown.dispose();
  }
}

const desks = new Map();

function activate(context) {
  const findings = new Findings();
  const channel = vscode.window.createOutputChannel("信息公开专栏");
  const begin = () => {
    shareWithTerminals(context);
    for (const folder of vscode.workspace.workspaceFolders || []) {
      if (!existsSync(path.join(folder.uri.fsPath, "content", "site.yaml"))) continue;
      desks.set(String(folder.uri), new Desk(folder, findings, channel));
    }
  };
  const again = () => {
    deactivate();
    findings.clear();
    begin();
  };
  const deskOf = (uri) => desks.get(String((vscode.workspace.getWorkspaceFolder(uri) || {}).uri));
  const each = (do_) => (document) => desks.forEach((desk) => do_(desk, document));
  const watcher = vscode.workspace.createFileSystemWatcher("**/{content,catalogs}/**");
  const moved = (type) => (uri) => deskOf(uri) && deskOf(uri).moved(uri, type);
  begin();
  context.subscriptions.push(
    findings, channel, watcher, ...register(deskOf),
    watcher.onDidCreate(moved(1)), watcher.onDidChange(moved(2)), watcher.onDidDelete(moved(3)),
    vscode.workspace.onDidOpenTextDocument(each((desk, document) => desk.opened(document))),
    vscode.workspace.onDidChangeTextDocument((event) => each((desk, document) => desk.changed(document))(event.document)),
    vscode.workspace.onDidSaveTextDocument(each((desk, document) => desk.saved(document))),
    vscode.workspace.onDidCloseTextDocument(each((desk, document) => desk.closed(document))),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("sitegen") && again()),
    vscode.tasks.onDidEndTaskProcess((event) => {
      if (event.execution.task.name === TASK) setTimeout(() => findings.showAgain(), 500);
    }),
    vscode.commands.registerCommand("sitegen.restart", again),
  );
}

function deactivate() {
  desks.forEach((desk) => desk.stop());
  desks.clear();
}

module.exports = { activate, deactivate };
