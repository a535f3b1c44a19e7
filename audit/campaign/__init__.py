"""Campaigns (kampanye): lists that are audited by themselves, month after month, and those who are told of it."""
