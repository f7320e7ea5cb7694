import { exactDouble, formatDecimal, multiply, parseDecimal } from "./decimal";
import { parseInstant } from "./instants";
import { findStage, isClosed, isWon } from "./pipelines";
import type { HubspotState, PipelineStage } from "./types";

type Values = Record<string, string | undefined>;

const DAY = 86_400_000;

/** What HubSpot works out for a deal from its amount, stage and dates. Associations are counted elsewhere. */
export function dealCalculations(
  properties: Values,
  state: HubspotState,
): Values {
  const stage = findStage(state.pipelines, properties.dealstage);
  return {
    ...CONSTANTS,
    hs_createdate: properties.createdate,
    ...amounts(properties, state, stage),
    ...durations(properties),
    ...stageFlags(properties, stage),
  };
}

const CONSTANTS: Values = {
  hs_has_last_conversation_follow_ups: "false",
  hs_has_last_meeting_followups: "false",
  hs_is_deal_split: "false",
  hs_num_associated_active_deal_registrations: "0",
  hs_num_associated_deal_registrations: "0",
  hs_num_associated_deal_splits: "0",
  hs_num_target_accounts: "0",
  hs_number_of_call_engagements: "0",
  hs_number_of_inbound_calls: "0",
  hs_number_of_outbound_calls: "0",
  hs_number_of_overdue_tasks: "0",
};

function amounts(
  { amount, deal_currency_code: currency }: Values,
  { account }: HubspotState,
  stage: PipelineStage | undefined,
): Values {
  const foreign =
    currency !== undefined && currency !== account.companyCurrency;
  const rate = foreign ? (account.exchangeRates?.[currency] ?? "1") : undefined;
  const home = rate && amount ? product(amount, rate) : amount;
  const probability = exactDouble(stage?.metadata.probability ?? "0");
  const won = stage !== undefined && isWon(stage);
  const projected = amount && product(amount, probability);
  const projectedHome = home && product(home, probability);
  const open = stage !== undefined && !isClosed(stage);
  return {
    amount_in_home_currency: home,
    hs_exchange_rate: rate,
    hs_forecast_amount: amount,
    hs_closed_amount: won ? amount : "0",
    hs_closed_amount_in_home_currency: won ? home : "0",
    hs_projected_amount: projected,
    hs_projected_amount_in_home_currency: projectedHome,
    hs_deal_stage_probability: stage && probability,
    hs_deal_stage_probability_shadow: probability,
    hs_open_amount_in_home_currency: stage && (open ? home : "0"),
    hs_weighted_pipeline_in_company_currency:
      stage && (open ? projectedHome : "0"),
  };
}

function durations({ createdate, closedate }: Values): Values {
  const [start, end] = [createdate, closedate].map((text) =>
    text === undefined ? undefined : parseInstant(text),
  );
  if (start === undefined || end === undefined) {
    return {
      days_to_close: "0",
      hs_days_to_close_raw: "0",
      hs_actual_duration: undefined,
    };
  }
  const duration = Math.max(0, end - start);
  return {
    days_to_close: String(Math.floor(duration / DAY)),
    hs_days_to_close_raw: String(Math.round((duration / DAY) * 1e5) / 1e5),
    hs_actual_duration: String(duration),
  };
}

function stageFlags(
  { createdate, closedate }: Values,
  stage: PipelineStage | undefined,
): Values {
  const closed = stage !== undefined && isClosed(stage);
  const won = stage !== undefined && isWon(stage);
  const milliseconds = (text: string | undefined) =>
    String((text && parseInstant(text)) || 0);
  return {
    hs_is_closed: stage && String(closed),
    hs_is_closed_won: String(won),
    hs_is_closed_lost: String(closed && !won),
    hs_is_closed_count: stage && (closed ? "1" : "0"),
    hs_is_open_count: stage && (closed ? "0" : "1"),
    hs_closed_won_count: won ? "1" : "0",
    hs_closed_deal_close_date:
      stage && (closed ? milliseconds(closedate) : "0"),
    hs_closed_deal_create_date:
      stage && (closed ? milliseconds(createdate) : "0"),
    hs_open_deal_create_date:
      stage && (closed ? "0" : milliseconds(createdate)),
  };
}

function product(a: string, b: string): string {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left && right ? formatDecimal(multiply(left, right)) : "0";
}
