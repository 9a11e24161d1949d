// The problems that VS Code shows, which a task of the same owner replaces.
"use strict";

const vscode = require("vscode");

const NAME = "sitegen"; // the task in .vscode/tasks.json owns its problems under the same name: it replaces ours

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

  /** Take back those of one folder: its server has ended, those of other folders go on. */
  clearBelow(folder) {
    for (const uri of [...this.told.keys()].filter((each) => each.startsWith(`${folder}/`))) {
      this.told.delete(uri);
      this.shown.delete(vscode.Uri.parse(uri));
    }
  }

  showAgain() {
    this.told.forEach((found, uri) => this.shown.set(vscode.Uri.parse(uri), found));
  }

  dispose() {
    this.shown.dispose();
  }
}

module.exports = { Findings };
