"""What VS Code reads in a project: which schema is for which file, and how the findings of a check are shown."""

from __future__ import annotations

import json
from typing import Any

from sitegen.schemas.catalogues import CATALOGUES
from sitegen.schemas.files import BODY_FILE, COLUMN_FILE, SITE_FILE, schema_files
from sitegen.schemas.names import Names
from sitegen.schemas.snippets import snippets

FOLDER = ".vscode/schemas"
BODIES = "content/jigou/"
COLUMN_NAME = "_column.yaml"
SCHEMA_OF = {
    SITE_FILE: "content/site.yaml",
    BODY_FILE: f"{BODIES}*.yaml",
    COLUMN_FILE: f"content/**/{COLUMN_NAME}",
    **{name: f"catalogs/{files}" for name, (files, _, _) in CATALOGUES.items()},
}
"""Which files each schema is for, as a pattern of paths in the project."""
SIGNS = {"error": "✕ 错误", "warning": "△ 提醒", "info": "○ 说明"}


def workspace_files(names: Names) -> dict[str, str]:
    """Return the files of `.vscode/`, with all schemas, by their paths in the project."""
    schemas = {f"{FOLDER}/{name}": text for name, text in schema_files(names).items()}
    return {
        ".vscode/settings.json": _json(_settings()),
        ".vscode/tasks.json": _json(_tasks()),
        ".vscode/front-matter.code-snippets": _json(snippets()),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        **schemas,
    }


def with_modeline(path: str, text: str) -> str:
    """Return a YAML file of a project with a first line that names its schema; any other file as it is."""
    name = _schema_for(path)
    if not name:
        return text
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}\n{text}"


def _schema_for(path: str) -> str:
    if path == "content/site.yaml":
        return SITE_FILE
    if path.startswith(BODIES) and path.endswith(".yaml"):
        return BODY_FILE
    return COLUMN_FILE if path.startswith("content/") and path.endswith(f"/{COLUMN_NAME}") else ""


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{FOLDER}/{name}": files for name, files in SCHEMA_OF.items()},
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
            "editor.snippetSuggestions": "top",
            "editor.wordBasedSuggestions": "off",
        },
    }


def _tasks() -> dict[str, Any]:
    """Return the task that runs the check and puts red lines where its findings are: in front matter and text too."""
    matchers = [
        {
            "owner": f"sitegen-{severity}",
            "source": "sitegen",
            "severity": severity,
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": {
                "regexp": rf"^(.+?):(\d+):(\d+): {sign} (SG\d{{3}}) (.*)$",
                "file": 1,
                "line": 2,
                "column": 3,
                "code": 4,
                "message": 5,
            },
        }
        for severity, sign in SIGNS.items()
    ]
    task = {"type": "shell", "problemMatcher": matchers, "presentation": {"reveal": "never"}}
    check = {"label": "检查栏目", "command": "sitegen check", "group": {"kind": "build", "isDefault": True}, **task}
    return {"version": "2.0.0", "tasks": [check]}


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
