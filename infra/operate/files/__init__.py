"""The files people keep: journey maps and staff lists as XLSX, CSV and YAML."""
