"""Contract outlines as the zero line of a distance field over a coarse grid. Needs numpy, Pillow and contourpy.

A contract's field is the distance to its skeleton less a radius, negative inside:

- skeleton: bridges between near members that pass no other component, the triangles that they enclose, and corridors
  bent round others where members would be left apart;
- separation: where two contracts' fields meet, each keeps half, less a gap, so outlines never overlap;
- promises: a disc round each member is in, a disc round each other component is out.
"""
