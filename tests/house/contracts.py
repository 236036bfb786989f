"""The import contract that import-linter does not bring: a module is entered by its front door."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FrontDoorContract(Contract):
    """A module of the domain is entered through its front door only."""

    type_name = "front_door"
    modules_package = fields.StringField()
    doors = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import from one module into a closed room of another."""
        trespassers = []
        for house in graph.find_children(self.modules_package):
            rooms = {house} | graph.find_descendants(house)
            doors = {f"{house}.{door}" for door in self.doors}
            open_rooms = {
                room for room in rooms if any(f"{room}.".startswith(f"{door}.") for door in doors)
            }
            for room in rooms - open_rooms:
                for visitor in graph.find_modules_that_directly_import(room) - rooms:
                    if visitor.startswith(f"{self.modules_package}."):
                        trespassers.append((visitor, room))
        return ContractCheck(kept=not trespassers, metadata={"trespassers": sorted(trespassers)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who came in where."""
        for visitor, room in check.metadata["trespassers"]:
            output.print_error(f"{visitor} imports {room}: use the public module instead")
