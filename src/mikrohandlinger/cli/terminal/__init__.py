"""The person at the other end: lines, questions, pages, editors, bars."""
