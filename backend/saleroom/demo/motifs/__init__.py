"""The motifs: one module a kind of picture. A motif takes a hand and a size and gives a picture in RGB."""
