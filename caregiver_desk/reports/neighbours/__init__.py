"""Files that other programs of the field read: calendars, health records, district reporting."""
