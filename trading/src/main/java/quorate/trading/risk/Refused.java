package quorate.trading.risk;

import quorate.domain.Order;

/// An order that must not be sent.
///
/// @param rule name of the limit, as in the settings, such as `max_position_size`
/// @param reason with the value found and the limit, for a person
public record Refused(Order order, String rule, String reason) implements RiskVerdict {}
