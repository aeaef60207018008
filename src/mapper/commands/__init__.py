"""Everything that a user can do from a menu or by a key, in the order of the menus."""

from mapper.commands.arrange import ARRANGE_COMMANDS
from mapper.commands.clipboard import CLIPBOARD_COMMANDS
from mapper.commands.command import Command
from mapper.commands.context import CONTEXT_COMMANDS
from mapper.commands.contracts import CONTRACT_COMMANDS
from mapper.commands.edit import EDIT_COMMANDS
from mapper.commands.file import FILE_COMMANDS
from mapper.commands.finding import FINDING_COMMANDS
from mapper.commands.help import HELP_COMMANDS
from mapper.commands.here import HERE_COMMANDS
from mapper.commands.looking import LOOKING_COMMANDS
from mapper.commands.map import MAP_COMMANDS
from mapper.commands.presenting import PRESENTING_COMMANDS
from mapper.commands.selecting import SELECTING_COMMANDS
from mapper.commands.themes import THEME_COMMANDS
from mapper.commands.view import VIEW_COMMANDS
from mapper.commands.walking import WALKING_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS,
    *CLIPBOARD_COMMANDS,
    *EDIT_COMMANDS,
    *SELECTING_COMMANDS,
    *WALKING_COMMANDS,
    *VIEW_COMMANDS,
    *LOOKING_COMMANDS,
    *THEME_COMMANDS,
    *PRESENTING_COMMANDS,
    *MAP_COMMANDS,
    *HERE_COMMANDS,
    *ARRANGE_COMMANDS,
    *CONTRACT_COMMANDS,
    *CONTEXT_COMMANDS,
    *FINDING_COMMANDS,
    *HELP_COMMANDS,
)
