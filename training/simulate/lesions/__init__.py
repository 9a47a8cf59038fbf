"""Simulated patients with a lesion whose look and whose outcome are known: scans, drawn masks, answers.

Everything here is invented, in the shape of the literature; nothing says anything about real patients. An organ is a
:class:`~training.simulate.lesions.bodies.Body`; the head with a haematoma is the first.
"""
