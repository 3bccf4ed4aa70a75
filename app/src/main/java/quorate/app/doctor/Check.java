package quorate.app.doctor;

/// Looks at one thing and changes nothing that lasts.
@FunctionalInterface
interface Check {
  Finding look();
}
