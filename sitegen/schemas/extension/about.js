// What VS Code can do, said to the server when it begins.
"use strict";

const vscode = require("vscode");

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

module.exports = { about };
