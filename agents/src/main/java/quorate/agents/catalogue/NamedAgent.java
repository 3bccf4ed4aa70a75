package quorate.agents.catalogue;

import java.util.Optional;
import quorate.agents.Agent;
import quorate.agents.AgentFactory;
import quorate.agents.AgentParameters;
import quorate.agents.source.Strategy;

/// A kind of agent that a playbook can name.
///
/// @param name as playbooks write it
/// @param factory makes it
/// @param strategy its source, when a user wrote it; the checksum belongs into the run's manifest
public record NamedAgent(String name, AgentFactory factory, Optional<Strategy> strategy) {

  /// A fresh agent for one instrument.
  ///
  /// @throws quorate.domain.settings.SettingsException when a parameter breaks its rule or is
  ///   unknown to the agent
  /// @throws quorate.agents.source.StrategyException when a user's agent fails to be made
  public Agent create(AgentParameters parameters) {
    Agent agent = factory.create(parameters);
    parameters.rejectUnknown();
    return agent;
  }
}
