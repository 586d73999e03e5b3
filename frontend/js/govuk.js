// GOV.UK and MOJ behaviour, only of the components in use; run again on swapped-in parts.
import { MultiSelect } from "@ministryofjustice/frontend/moj/components/multi-select/multi-select.mjs"
import { createAll } from "govuk-frontend/dist/govuk/init.mjs"
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs"
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs"
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs"
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs"
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs"
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs"

const components = [CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink, MultiSelect]

export function startGovuk(scope) {
  document.body.classList.add("js-enabled", "govuk-frontend-supported")
  for (const component of components) {
    createAll(component, undefined, { scope, onError: () => {} })
  }
}
