"""What a procurement pack says, in typed blocks: sections that the PDF and the Word document both set, each in its way."""
