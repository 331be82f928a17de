"""`saleroom`: the command line. It reads the settings, hands plain values on, and does nothing itself.

Law: what a command needs is imported when it runs. Who asks for help waits for Typer alone, not for the whole house.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saleroom.back_office import commands

if TYPE_CHECKING:
    from saleroom.back_office.office import Office
    from saleroom.settings import Settings
    from saleroom.startup.parts import Plan

REPOSITORY = Path(__file__).resolve().parents[2]

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="Saleroom.")


def plan_of(settings: "Settings", *, backend_only: bool = False, password_length_min: int = 0) -> "Plan":
    """The settings as the plain values that the supervisor takes; makes the development secret when none is set.

    Args:
        password_length_min: the shortest password of a house that is told none, and is not in production; 0 keeps the settings' own.
    """
    from saleroom.startup.parts import Plan
    from saleroom.startup.secret import development_secret

    is_told = settings.is_production or "password_length_min" in settings.model_fields_set
    return Plan(
        repository=REPOSITORY,
        data_dir=settings.data_dir,
        host=settings.host,
        backend_port=settings.backend_port,
        frontend_port=settings.frontend_port,
        smtp_port=settings.smtp_port,
        mailbox_port=settings.mailbox_port,
        workers=settings.workers,
        trusted_proxies=settings.trusted_proxies,
        address=settings.address,
        backend_url=settings.backend_url,
        database_url=settings.database_url.get_secret_value(),
        app_database_url=settings.app_database_url.get_secret_value(),
        secret=settings.secret.get_secret_value() or development_secret(settings.data_dir),
        runs_mailbox=not backend_only and not settings.smtp_host,
        runs_frontend=not backend_only,
        shows_demo=settings.shows_demo,
        loads_demo=settings.shows_demo,
        password_length_min=settings.password_length_min if is_told else password_length_min or settings.password_length_min,
    )


def open_office() -> "Office":
    """The settings as the plain values that the back office's commands take."""
    from saleroom import settings as house_settings
    from saleroom.back_office.office import Office

    settings = house_settings.load()
    plan = plan_of(settings)
    return Office(
        plan.data_dir, plan.database_url, plan.app_database_url, plan.secret, settings.currency, settings.is_production,
        settings.password_length_min, settings.shows_demo, settings.demo_bidders,
    )


@app.command()
def up(
    parent: Annotated[int, typer.Option(help="Also stop when this parent process, a make, is gone or interrupted.")] = 0,
    backend_only: Annotated[bool, typer.Option(help="Leave pages and mailbox to others (containers).")] = False,
    password_length_min: Annotated[int, typer.Option(help="Where PASSWORD_LENGTH_MIN is not set, and not in production.")] = 0,
) -> None:
    """Start the whole house, watch it, and stop it on Ctrl-C or SIGTERM."""
    import asyncio

    from saleroom import settings as house_settings
    from saleroom.startup.console import Console
    from saleroom.startup.lifeline import Parent
    from saleroom.startup.supervisor import Supervisor

    plan = plan_of(house_settings.load(), backend_only=backend_only, password_length_min=password_length_min)
    console = Console()
    follows = Parent(parent) if parent and parent == os.getppid() else None
    code = asyncio.run(Supervisor(plan, console, follows).run())
    console.flush()
    raise typer.Exit(code)


@app.command()
def worker() -> None:
    """Become one worker on SALEROOM_BACKEND_PORT, for those who watch processes by other means; needs DATABASE_URL."""
    from saleroom import settings as house_settings
    from saleroom.startup.database import external_addresses
    from saleroom.startup.parts import worker_environment
    from saleroom.startup.ports import listen

    settings = house_settings.load()
    if settings.is_embedded:
        raise SystemExit("DATABASE_URL is missing: a lone worker does not run the embedded Postgres; use `saleroom up`.")
    plan = plan_of(settings, backend_only=True)
    addresses = external_addresses(plan.database_url, plan.app_database_url, plan.secret)
    listener = listen(plan.host, plan.backend_port)
    listener.set_inheritable(True)
    program = [sys.executable, "-m", "saleroom.main", "--fd", str(listener.fileno())]
    os.execve(program[0], program, worker_environment(plan, addresses.app))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema, as its owner; the embedded one is started for it when it does not run."""
    import asyncio

    from saleroom import settings as house_settings
    from saleroom.startup.database import borrowed, bring_up_to_date, embedded_addresses, external_addresses

    plan = plan_of(house_settings.load())

    async def embedded() -> tuple[str, ...]:
        with borrowed(plan.data_dir) as postgres:
            return (await bring_up_to_date(await embedded_addresses(postgres, plan.secret), REPOSITORY / "db")).names

    async def external() -> tuple[str, ...]:
        addresses = external_addresses(plan.database_url, plan.app_database_url, plan.secret)
        return (await bring_up_to_date(addresses, REPOSITORY / "db")).names

    names = asyncio.run(external() if plan.database_url else embedded())
    typer.echo("\n".join(f"applied {name}" for name in names) or "nothing to apply: the database is at the newest schema")


@app.command("db-shell")
def db_shell() -> None:
    """psql on the database, as its owner."""
    import asyncio
    import subprocess

    from saleroom import settings as house_settings
    from saleroom.startup.database import OWNER, borrowed, embedded_addresses

    plan = plan_of(house_settings.load())
    if plan.database_url:
        os.execvp("psql", ["psql", plan.database_url])
    with borrowed(plan.data_dir) as postgres:
        address = asyncio.run(embedded_addresses(postgres, plan.secret)).owner
        typer.echo(f"psql on the embedded Postgres as {OWNER}; \\q leaves")
        raise typer.Exit(subprocess.run([postgres.program("psql"), address], check=False).returncode)


@app.command("dump-schema")
def dump_schema(
    to: Annotated[Path, typer.Option(help="The file to write.")] = REPOSITORY / "db" / "schema.sql",
    check: Annotated[bool, typer.Option(help="Write nothing; fail when the file is stale.")] = False,
) -> None:
    """Write the schema that the migrations make on an empty throwaway database."""
    from saleroom.startup.schema_dump import dumped_schema

    text = dumped_schema(REPOSITORY / "db")
    if not check:
        to.write_text(text)
    elif not to.exists() or to.read_text() != text:
        raise SystemExit(f"{to} is stale: run `saleroom dump-schema`")


@app.command()
def openapi() -> None:
    """Print the OpenAPI document, with the sockets' frames, as sorted JSON; needs no database."""
    from saleroom.main import print_openapi

    print_openapi()


for name, command in commands.COMMANDS.items():
    app.command(name)(command)


def _problems_to_solve() -> tuple[type[BaseException], ...]:
    """What an operator can solve himself; looked up only when something went wrong."""
    from saleroom.eventlog.migrations import MigrationProblem
    from saleroom.startup.leftovers import AlreadyRuns
    from saleroom.startup.postgres import PostgresProblem

    return MigrationProblem, PostgresProblem, AlreadyRuns, OSError


def main() -> None:
    """Run the command line; problems that an operator can solve are one line, not a traceback."""
    try:
        if len(sys.argv) == 1 and sys.stdin.isatty() and sys.stdout.isatty():
            from saleroom.back_office.menu import menu

            menu(open_office())
            return
        app(obj=open_office, prog_name="saleroom")
    except SystemExit:  # every command ends so
        raise
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except _problems_to_solve() as problem:
        raise SystemExit(f"saleroom: {problem}") from None


if __name__ == "__main__":
    main()
