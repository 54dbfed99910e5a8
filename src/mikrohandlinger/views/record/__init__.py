"""What is said when something was recorded, changed, deleted or taken back."""
