"""The YAML language server as an editor talks to it: over its input and output."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

Json = dict[str, Any]


class Taalserver:
    """A running server that knows one folder."""

    def __init__(self, program: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            ["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._count = 0
        self._answers: Queue[Json] = Queue()
        self._diagnostics: dict[str, Queue[list[Json]]] = {}
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        where = {"uri": folder.as_uri(), "name": folder.name}
        self.ask(
            "initialize",
            processId=None,
            rootUri=where["uri"],
            workspaceFolders=[where],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {
                        "completionItem": {
                            "snippetSupport": True,
                            "documentationFormat": ["markdown", "plaintext"],
                        }
                    },
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                },
            },
        )
        self.tell("initialized")

    def open(self, path: Path, text: str) -> list[Json]:
        """Open a file with this text in the editor; gives what is marked in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        found: Queue[list[Json]] = Queue()
        self._diagnostics[path.as_uri()] = found
        self.tell("textDocument/didOpen", textDocument=document)
        return found.get(timeout=30)

    def completion(self, path: Path, line: int, column: int) -> dict[str, Json]:
        """What is offered at a place, by label."""
        answer = self._at("textDocument/completion", path, line, column)
        return {item["label"]: item for item in answer["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is told of a place; empty when nothing is."""
        answer = self._at("textDocument/hover", path, line, column)
        return str(answer["contents"]["value"]) if answer else ""

    def _at(self, method: str, path: Path, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(method, textDocument={"uri": path.as_uri()}, position=position)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            answer = self._answers.get(timeout=30)
            if answer["id"] == self._count:
                assert "error" not in answer, answer
                return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Send a notice."""
        self._send({"method": method, "params": params})

    def stop(self) -> None:
        """End the server."""
        try:
            self.ask("shutdown")
            self.tell("exit")
            self._process.wait(10)
        except (Empty, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._reader.join(10)
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()

    def _send(self, message: Json) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                size = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass
                self._take(json.loads(stream.read(size)))

    def _take(self, message: Json) -> None:
        method = message.get("method", "")
        if not method:
            self._answers.put(message)
        elif method == "textDocument/publishDiagnostics":
            found = self._diagnostics.get(message["params"]["uri"])
            if found is not None:
                found.put(message["params"]["diagnostics"])
        elif "id" in message:
            # What an editor is asked: its settings, or to remember something.
            wanted = message.get("params", {}).get("items", []) if "configuration" in method else []
            result = [self._settings.get(item.get("section", ""), {}) for item in wanted]
            self._send({"id": message["id"], "result": result or None})
