"""The letters of the house: what they say (`letters`, pure), what a reader may refuse (`unsubscribe`), how they leave (`mailer`)."""
