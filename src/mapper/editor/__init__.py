"""The editor without a window: a document, its history, the selection and the tool in hand."""

from mapper.editor.pointer import Pointer
from mapper.editor.session import Session

__all__ = ["Pointer", "Session"]
