"""The help desk: who is there to answer, who waits, and which agent has which conversation. One stream for the whole house."""
