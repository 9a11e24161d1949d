// Which program is started, here and in terminals.
"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const PROGRAMS = [".venv/Scripts/sitegen.exe", ".venv/bin/sitegen", "venv/Scripts/sitegen.exe", "venv/bin/sitegen"];

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

module.exports = { command, shareWithTerminals };
