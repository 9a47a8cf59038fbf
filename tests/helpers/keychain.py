"""A keychain without a system."""

from __future__ import annotations


class Keychain(dict):
    """Passwords by service and name."""

    @classmethod
    def in_place_of_the_systems(cls, monkeypatch) -> Keychain:
        """One that the program finds as that of the computer."""
        import keyring

        made = cls()
        for name in ("get_password", "set_password", "delete_password"):
            monkeypatch.setattr(keyring, name, getattr(made, name))
        return made

    def get_password(self, service, name):
        return self.get((service, name))

    def set_password(self, service, name, password):
        self[service, name] = password

    def delete_password(self, service, name):
        del self[service, name]
