"""The project's own labelled pages: invented agencies, invented facts, in the forms that real sites use."""
