import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import {
  type Actor,
  type Flow,
  IDENTITY_LISTS,
  type Identity,
  type Procedure,
  type RouteHint,
  type Step,
  type StepSymbol,
} from '#core/model/procedure.ts';
import { encodeText } from './alurPackage.ts';
import type { AuxiliaryRole } from './planDiagram.ts';

/** Writes what BPMN has no place for, as `alur:` extension elements. */
export class ExtensionWriter {
  readonly #moddle: BpmnModdle;

  constructor(moddle: BpmnModdle) {
    this.#moddle = moddle;
  }

  /** The `extensionElements` of one BPMN element. */
  wrap(...values: readonly (ModdleElement | undefined)[]): ModdleElement {
    const present = values.filter((value) => value !== undefined);
    return this.#moddle.create('bpmn:ExtensionElements', { values: present });
  }

  identity(identity: Identity): ModdleElement {
    const { title, number, createdOn, revisedOn, effectiveOn, approver, logo } = identity;
    const items = IDENTITY_LISTS.flatMap((list) =>
      identity[list].map((text) => this.#create('Item', { list, text })),
    );
    return this.#create('Identity', {
      title,
      number,
      createdOn,
      revisedOn,
      effectiveOn,
      logo,
      approverPosition: approver.position,
      approverName: approver.name,
      approverNip: approver.nip,
      items,
    });
  }

  /** Values are JSON, so that a setting that is new tomorrow is kept too. */
  settings({ settings }: Procedure): ModdleElement | undefined {
    if (!settings) return undefined;
    const entries = Object.entries(settings)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => this.#create('Setting', { name, value: JSON.stringify(value) }));
    return this.#create('Settings', { entries });
  }

  /** The order of the rows; a row without symbols has no element in the diagram and is kept here. */
  rows(steps: readonly Step[]): ModdleElement {
    const rows = steps.map((step) =>
      this.#create('Row', {
        step: step.id,
        ...(step.symbols.length === 0 && { content: this.step(step) }),
      }),
    );
    return this.#create('Rows', { rows });
  }

  actor({ id, name, group }: Actor): ModdleElement {
    return this.#create('Actor', { id, name, group });
  }

  step(step: Step): ModdleElement {
    const { id, activity, requirements, duration, output, notes, joint } = step;
    return this.#create('Step', {
      id,
      activity,
      requirements,
      duration,
      output,
      notes,
      joint: joint === undefined ? undefined : String(joint),
    });
  }

  symbol(step: Step, { id, kind, text }: StepSymbol): ModdleElement {
    const place = step.symbols.findIndex((symbol) => symbol.id === id);
    return this.#create('Symbol', { id, kind, text, place: String(place) });
  }

  auxiliary(role: AuxiliaryRole, step: Step): ModdleElement {
    return this.#create('Auxiliary', { role, step: step.id });
  }

  flow({ id, from, to, label, route }: Flow): ModdleElement {
    return this.#create('Flow', {
      id,
      from,
      to,
      label,
      ...(route && { route: this.#route(route) }),
    });
  }

  #route({ exit, entry, channel, labelAt }: RouteHint): ModdleElement {
    return this.#create('Route', {
      exit,
      entry,
      // No id is empty, so an empty one can mean "left of the first actor".
      channel: channel === null ? '' : channel,
      labelAt: labelAt === undefined ? undefined : String(labelAt),
    });
  }

  #create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement {
    const present = Object.entries(properties)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? encodeText(value) : value]);
    return this.#moddle.create(`alur:${type}`, Object.fromEntries(present));
  }
}
