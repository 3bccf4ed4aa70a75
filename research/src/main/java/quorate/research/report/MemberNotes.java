package quorate.research.report;

import java.util.ArrayList;
import java.util.List;
import quorate.research.council.Abstentions;
import quorate.research.council.CouncilSummary;
import quorate.research.council.MemberSummary;
import quorate.research.page.Figures;

/// Why members of the council said nothing, a sentence each, with the first reason of theirs.
final class MemberNotes {
  private static final int LONGEST = 300;

  private MemberNotes() {}

  /// Every cause of every member: failures first, as they are what must be mended.
  static List<String> all(CouncilSummary council) {
    List<String> notes = failures(council);
    for (MemberSummary member : council.members()) {
      add(notes, council, member, "was warming up", member.warmingUp());
    }
    for (MemberSummary member : council.members()) {
      add(notes, council, member, "had no view", member.noView());
    }
    return notes;
  }

  /// What cannot be meant: members that failed, and members that never came to look.
  static List<String> troubles(CouncilSummary council) {
    List<String> notes = failures(council);
    for (MemberSummary member : council.members()) {
      if (member.warmingUp().bars() == council.asked()) {
        add(notes, council, member, "was warming up", member.warmingUp());
      }
    }
    return notes;
  }

  private static List<String> failures(CouncilSummary council) {
    List<String> notes = new ArrayList<>();
    for (MemberSummary member : council.members()) {
      add(notes, council, member, "failed", member.failed());
    }
    return notes;
  }

  private static void add(
      List<String> notes,
      CouncilSummary council,
      MemberSummary member,
      String what,
      Abstentions abstentions) {
    if (abstentions.bars() == 0) {
      return;
    }
    String reason = abstentions.first().strip().replaceAll("\\s+", " ");
    notes.add(
        "%s %s on %s of %s bars%s"
            .formatted(
                member.member(),
                what,
                Figures.count(abstentions.bars()),
                Figures.count(council.asked()),
                what.endsWith(reason) ? "" : ": " + shortened(reason)));
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
  }
}
