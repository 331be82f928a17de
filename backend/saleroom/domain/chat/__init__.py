"""Conversations: messages in order, who has read how far, and whether an answer is still owed."""
