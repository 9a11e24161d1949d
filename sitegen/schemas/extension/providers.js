// What VS Code asks while somebody writes, handed on to the server of the file.
"use strict";

const vscode = require("vscode");
const { at, correction, proposal, range } = require("./translate.js");

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

module.exports = { register };
