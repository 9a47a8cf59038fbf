"""A bare Debian in a folder, and commands in it: as root with a network, or as a user without one.

All mounts are made in a mount namespace of their own, so that they are gone when the command ends, however it ends.
"""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.tools import BuildError, need

SUITE = "bookworm"
USER, UID, HOME = "tester", 1000, "/home/测试 é"
"""The ordinary user; the home has a blank, an accent and Chinese characters in its name, as names of users have."""
X_SOCKETS = "/tmp/.X11-unix"
MOUNTS = """\
set -e
mount --make-rprivate /
mount --bind {root} {root}
mount -t proc proc {root}/proc
mount -t sysfs -o ro sysfs {root}/sys
mkdir -p {root}/dev/shm
mount -t tmpfs -o mode=1777 tmpfs {root}/dev/shm
"""
READ_ONLY = """\
mount --bind {home} {home}
mount -o remount,bind,ro {root}
mount -t tmpfs -o mode=1777 tmpfs {root}/tmp
mkdir -p {root}{sockets}
[ ! -d {sockets} ] || mount --bind {sockets} {root}{sockets}
for flags in {root}/sys/class/net/*/flags; do
    # Bit 0 says that an interface is up; the loopback is there, but down.
    if [ -e "$flags" ] && [ $(($(cat "$flags") & 1)) != 0 ]; then echo "up: $flags" >&2; exit 97; fi
done
if grep -vq '^Iface' {root}/proc/net/route 2>/dev/null; then echo "there is a route" >&2; exit 97; fi
"""


def mirror() -> str:
    """The Debian mirror that apt of this machine uses.

    Raises
    ------
    BuildError
        When apt knows none.
    """
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    addresses = done.stdout.split()
    if not addresses:
        raise BuildError("apt of this machine names no Debian mirror; name one with --mirror")
    return addresses[0]


@dataclass(frozen=True, slots=True)
class BareDebian:
    """A minimal Debian.

    Attributes
    ----------
    root
        Its folder.
    """

    root: Path

    def make(self, address: str) -> None:
        """Unpack the packages of a minimal system, with apt and nothing else."""
        need("mmdebstrap", "unshare")
        command = ["mmdebstrap", "--quiet", "--variant=minbase", SUITE, str(self.root), address]
        subprocess.run(["unshare", "--mount", *command], check=True)
        for name in ("resolv.conf", "hosts"):
            (self.root / "etc" / name).write_bytes(Path("/etc", name).read_bytes())
        (self.root / "etc/apt/apt.conf.d/90mirror").write_text(_proxies(), encoding="utf-8")
        self.as_root("useradd", "--uid", str(UID), "--create-home", "--home-dir", HOME, "--shell", "/bin/sh", USER)

    def as_root(self, *command: str) -> str:
        """Run a command in it, with the network of this machine; returns what it prints."""
        inside = ["chroot", str(self.root), "env", "-i", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
        script = MOUNTS.format(root=shlex.quote(str(self.root))) + 'exec "$@"'
        inside.append("PATH=/usr/sbin:/usr/bin:/sbin:/bin")
        whole = ["unshare", "--mount", "sh", "-c", script, "sh", *inside, *command]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout

    def as_user(self, *command: str, folder: str = HOME, **variables: str) -> list[str]:
        """The command line that runs a command in it as the user: no network interface, and only the home writable."""
        root, home = shlex.quote(str(self.root)), shlex.quote(f"{self.root}{HOME}")
        script = (MOUNTS + READ_ONLY).format(root=root, home=home, sockets=X_SOCKETS) + 'exec "$@"'
        names = {"HOME": HOME, "USER": USER, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **variables}
        become = ["setpriv", f"--reuid={UID}", f"--regid={UID}", "--clear-groups", "--no-new-privs"]
        inside = ["chroot", str(self.root), *become, "env", "-i", f"--chdir={folder}"]
        spaces = ["unshare", "--mount", "--net", "--pid", "--ipc", "--fork", "--kill-child"]
        return [*spaces, "sh", "-c", script, "sh", *inside, *(f"{k}={v}" for k, v in names.items()), *command]

    def path(self, inside: str) -> Path:
        """Where a path of the system lies for us."""
        return self.root / inside.lstrip("/")


def _proxies() -> str:
    """The proxies of this machine's apt, for the apt inside."""
    done = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("Acquire::") and "::Proxy" in line]
    return "".join(f"{line}\n" for line in lines)
