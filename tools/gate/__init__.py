"""The gate: what serve.py and check.sh share, and the steps check.sh runs. Standard library only."""
