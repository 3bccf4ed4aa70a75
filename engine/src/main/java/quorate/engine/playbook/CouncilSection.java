package quorate.engine.playbook;

import java.util.ArrayList;
import java.util.List;
import quorate.agents.council.CouncilRules;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;

/// Who sits in the council and when it is quorate.
///
/// @param timeframe bars on which it decides
/// @param rules quorum, agreement and confidence
/// @param otherwise what becomes of an open position when it is not quorate
/// @param members at least one
public record CouncilSection(
    Timeframe timeframe, CouncilRules rules, Otherwise otherwise, List<MemberSection> members) {

  /// What happens to an open position when the council is not quorate.
  public enum Otherwise {
    /// Nothing: only a quorate council moves anything.
    HOLD,
    /// It is closed: what no quorate council stands behind is not held.
    FLAT
  }

  /// One seat.
  ///
  /// @param name how it is called in reports
  /// @param agent which agent sits there: one that ships with Quorate, or `strategies/<agent>.java`
  /// @param weight voting weight, positive
  /// @param parameters the agent's own section, read and checked by the agent
  public record MemberSection(String name, String agent, double weight, Settings parameters) {}

  public CouncilSection {
    members = List.copyOf(members);
  }

  static CouncilSection from(Settings council) {
    List<MemberSection> members = new ArrayList<>();
    for (Settings member : council.sections("members")) {
      String agent = member.has("agent") ? member.text("agent") : member.text("name");
      members.add(
          new MemberSection(
              member.text("name", agent),
              agent,
              member.number("weight", 1, 1e-6, 1e6),
              member.handedOn("parameters")));
    }
    if (members.isEmpty()) {
      throw council.broken("members", "a list of at least one agent, such as [trend]", "");
    }
    return new CouncilSection(
        council.parsed("timeframe", Timeframe.ofMinutes(30), Timeframe::parse),
        CouncilRules.from(council),
        council.choice("otherwise", Otherwise.class, Otherwise.HOLD),
        members);
  }
}
