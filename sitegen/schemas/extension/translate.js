// Findings, proposals and corrections of the protocol as those of VS Code.
"use strict";

const vscode = require("vscode");

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

module.exports = { at, correction, finding, proposal, range };
