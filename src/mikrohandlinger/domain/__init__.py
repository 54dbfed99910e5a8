"""What the program is about: actions, working days, proposals, streaks and habit strength.

Pure: no clock, no files, no SQL, no terminal; the day or the instant is always an argument. The values are
``NamedTuple`` rather than dataclasses, because each dataclass costs a whole millisecond at every start of the
program and a named tuple a fifth of that.
"""
