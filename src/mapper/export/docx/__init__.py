"""The breakdown of a map as a Word document. Its map is a picture, which is made with Qt: `ui` lists this format."""
