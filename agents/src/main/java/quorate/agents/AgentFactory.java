package quorate.agents;

/// Makes agents of one kind; asked once for each instrument, because an agent serves one only.
@FunctionalInterface
public interface AgentFactory {
  /// A fresh agent.
  ///
  /// @param parameters what the playbook says about it, read and checked here
  /// @throws quorate.domain.settings.SettingsException when a parameter breaks its rule
  Agent create(AgentParameters parameters);
}
