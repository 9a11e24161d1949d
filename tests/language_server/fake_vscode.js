// What the extension needs of VS Code, for running it without VS Code: prints one line of JSON for each thing asked.
"use strict";
const path = require("node:path");
const { readFileSync } = require("node:fs");
const Module = require("node:module");

const [folder, file, command] = process.argv.slice(2);
const uriOf = (name) => {
  const text = name.startsWith("file:") ? name : `file://${encodeURI(name)}`;
  return { scheme: "file", fsPath: decodeURI(text.slice(7)), toString: () => text };
};
class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range { constructor(start, end) { Object.assign(this, { start, end }); } }
class Holder { constructor(...parts) { this.parts = parts; } }
class Edit { constructor() { this.made = []; } replace(uri, range, text) { this.made.push([range, text]); } }
const handlers = {};
const providers = {};
const on = (name) => (handler) => { handlers[name] = handler; return { dispose() {} }; };
const provide = (name) => (_, provider) => { providers[name] = provider; return { dispose() {} }; };
let told = () => {};
const warned = [];
const taken = [];
const workspaceFolder = { uri: uriOf(folder), name: "column" };
const variables = [];

const vscode = {
  version: "1.89.0", Position, Range, Location: Holder, MarkdownString: Holder, SnippetString: Holder, Hover: Holder,
  DiagnosticRelatedInformation: Holder, WorkspaceEdit: Edit, CodeActionKind: { QuickFix: "quickfix" },
  Uri: { parse: uriOf },
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
  CompletionList: class { constructor(items, isIncomplete) { Object.assign(this, { items, isIncomplete }); } },
  CompletionItem: class { constructor(label, kind) { Object.assign(this, { label, kind }); } },
  CodeAction: class { constructor(title, kind) { Object.assign(this, { title, kind }); } },
  extensions: { getExtension: () => undefined },
  commands: { registerCommand: on("command"), executeCommand() {} },
  tasks: { onDidEndTaskProcess: on("task") },
  languages: {
    createDiagnosticCollection: (name) => ({
      name, clear() {}, dispose() {}, delete: (uri) => taken.push(String(uri)), set: (uri, found) => told(uri, found),
    }),
    registerCompletionItemProvider: provide("completion"),
    registerHoverProvider: provide("hover"),
    registerCodeActionsProvider: provide("action"),
  },
  window: {
    createOutputChannel: () => ({ appendLine() {}, dispose() {} }),
    showWarningMessage: async (text) => { warned.push(text); },
    showErrorMessage: async (text) => { warned.push(text); },
  },
  workspace: {
    textDocuments: [], workspaceFolders: [workspaceFolder],
    getWorkspaceFolder: () => workspaceFolder,
    getConfiguration: () => ({ get: () => command }),
    createFileSystemWatcher: () => ({
      onDidCreate: on("create"), onDidChange: on("touch"), onDidDelete: on("delete"), dispose() {},
    }),
    onDidOpenTextDocument: on("open"), onDidChangeTextDocument: on("change"), onDidSaveTextDocument: on("save"),
    onDidCloseTextDocument: on("close"), onDidChangeWorkspaceFolders: on("folders"),
    onDidChangeConfiguration: on("configuration"),
  },
};
const load = Module._load;
Module._load = (name, ...more) => (name === "vscode" ? vscode : load(name, ...more));
const say = (name, value) => console.log(JSON.stringify([name, value]));

async function run() {
  const extension = require(path.join(folder, ".vscode/extensions/sitegen/extension.js"));
  const environmentVariableCollection = { clear() {}, prepend: (name, value) => variables.push([name, value]) };
  const name = path.join(folder, file);
  let text = readFileSync(name, "utf-8");
  const document = {
    uri: uriOf(name), fileName: name, languageId: "markdown", version: 1, getText: () => text,
  };
  const until = (wanted) => new Promise((done) => {
    told = (uri, found) => String(uri) === String(document.uri) && wanted(found) && done(found);
  });
  vscode.workspace.textDocuments.push(document);
  const first = until((found) => found.length > 0);
  extension.activate({ subscriptions: [], environmentVariableCollection });
  if (command.includes("missing")) {
    setTimeout(() => { say("warned", warned); process.exit(0); }, 300);
    return;
  }
  say("variables", variables);
  const found = await first;
  say("found", found);
  say("completion", await providers.completion.provideCompletionItems(document, new Position(2, 0)));
  say("hover", await providers.hover.provideHover(document, new Position(1, 1)));
  say("action", await providers.action.provideCodeActions(document, new Range(new Position(3, 0), new Position(3, 1))));
  text = text.replace("文件号: 一\n", "");
  const later = until((now) => now.length === found.length - 1);
  handlers.change({ document });
  say("changed", await later);
  const again = until(() => true);
  handlers.task({ execution: { task: { name: "检查栏目" } } });
  say("again", (await again).length);
  const { Findings } = require(path.join(folder, ".vscode/extensions/sitegen/findings.js"));
  const several = new Findings();
  ["file:///a/1.md", "file:///ab/1.md", "file:///a/b/2.md"].forEach((uri) => several.set(uri, []));
  several.clearBelow("file:///a");
  say("taken", [taken, [...several.told.keys()]]);
  handlers.close(document);
  extension.deactivate();
  say("warned", warned);
}
run();
