"""What VS Code reads in a project: which schema is for which file, and how the findings of a check are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sitegen import __version__
from sitegen.schemas.catalogues import CATALOGUES
from sitegen.schemas.files import BODY_FILE, COLUMN_FILE, SITE_FILE, schema_files
from sitegen.schemas.names import Names

FOLDER = ".vscode/schemas"
EXTENSION = ".vscode/extensions/sitegen"
EXTENSION_SOURCE = Path(__file__).parent / "extension"
"""What VS Code runs beside itself: an extension of the project's own, which starts `sitegen language-server`."""
SUPERSEDED = (".vscode/front-matter.code-snippets",)
"""Files that older versions wrote: the language server says what they said."""
OWNER = "sitegen"
"""Under this name the extension and the task tell their findings, so that those of one replace those of the other."""
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
    """Return the files of `.vscode/`, with all schemas, by their paths in the project.

    Nothing is recommended: where the marketplace cannot be reached, VS Code offers none of its recommendations if
    one of them lies there, and our own extension is offered without being named.
    """
    schemas = {f"{FOLDER}/{name}": text for name, text in schema_files(names).items()}
    return {
        ".vscode/settings.json": _json(_settings()),
        ".vscode/tasks.json": _json(_tasks()),
        ".vscode/extensions.json": _json({"recommendations": []}),
        **_extension(),
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


def _extension() -> dict[str, str]:
    about = json.loads((EXTENSION_SOURCE / "package.json").read_text(encoding="utf-8"))
    modules = {file.name: file.read_text(encoding="utf-8") for file in sorted(EXTENSION_SOURCE.glob("*.js"))}
    return {
        f"{EXTENSION}/package.json": _json(about | {"version": __version__}),
        **{f"{EXTENSION}/{name}": code for name, code in modules.items()},
    }


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{FOLDER}/{name}": files for name, files in SCHEMA_OF.items()},
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {  # also for front matter, which VS Code takes for YAML inside Markdown
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.wordBasedSuggestions": "off",
        },
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
            "editor.wordBasedSuggestions": "off",
        },
    }


def _tasks() -> dict[str, Any]:
    """Return the task that runs the check and puts red lines where its findings are: in front matter and text too."""
    matchers = [
        {
            "owner": OWNER,
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
