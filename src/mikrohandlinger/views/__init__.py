"""What is shown: a folder a screen, with fixed places.

``words`` says it, ``terminal`` draws it (with Rich), ``html`` and ``markdown`` write it, ``document`` is its JSON, and
``face`` gives a report in any form; each as far as the screen has it. The frozen value that they all draw stands in
the domain, where use cases know it too. What several screens have in common is in ``shared``.
"""
