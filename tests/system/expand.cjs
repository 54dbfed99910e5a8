// Prints every occurrence of the one event of a calendar file as Thunderbird's engine sees it, in UTC.
const ICAL = require("ical.js").default ?? require("ical.js");
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
const occurrences = event.iterator();
for (let next; (next = occurrences.next()); ) {
  console.log(next.toJSDate().toISOString());
}
