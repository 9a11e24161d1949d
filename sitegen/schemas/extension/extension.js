// Starts `sitegen language-server` and hands on what it says: completion, help, findings, corrections.
// Plain JavaScript without any dependency, so that nothing has to be downloaded. Written by `sitegen schema`.
"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { Desk } = require("./desk.js");
const { Findings } = require("./findings.js");
const { shareWithTerminals } = require("./program.js");
const { register } = require("./providers.js");

const TASK = "检查栏目"; // VS Code makes one problem of several that a task finds in one place, so ours are shown again

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
