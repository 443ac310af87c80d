import { ApiProperty } from '@nestjs/swagger';
import { iso } from '../../clock.js';
import { type Caller, CALLERS } from '../../http/admin/caller.js';
import type { SourceOfValue } from '../bot-config.js';
import { fieldNames, settingOf } from '../fields.js';
import type { Side } from './setting-change.js';
import type { KeptChange } from './setting-history.js';

/** A value in effect before or after a change. */
export class SettingSide {
  @ApiProperty({
    oneOf: [{ type: 'string', nullable: true }, { type: 'number' }],
    description: 'Null where there is none, and for every secret.',
  })
  value: string | number | null;
  @ApiProperty({ enum: ['stored', 'environment', 'default'] })
  source: SourceOfValue;

  static of({ value, source }: Side): SettingSide {
    return { value, source };
  }
}

/** A field that was changed. */
export class SettingChangeView {
  @ApiProperty()
  id: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({
    enum: CALLERS,
    description: 'token: a holder of the admin token; console: who was signed in there.',
  })
  by: Caller;
  @ApiProperty({ example: 'bot_name' })
  field: string;
  @ApiProperty({ description: 'Of a secret is known that it was changed, and nothing else.' })
  secret: boolean;
  @ApiProperty({ type: SettingSide })
  from: SettingSide;
  @ApiProperty({ type: SettingSide })
  to: SettingSide;

  static of({ id, at, by, field, from, to }: KeptChange): SettingChangeView {
    const known = fieldNames.find((name) => name === field);
    const secret = known !== undefined && !!settingOf(known).secret;
    const sides = { from: SettingSide.of(from), to: SettingSide.of(to) };
    return { id, at: iso(at), by, field, secret, ...sides };
  }
}

/** A page of the history. */
export class SettingChangePage {
  @ApiProperty({ type: [SettingChangeView] })
  items: SettingChangeView[];
  @ApiProperty({ nullable: true, type: String })
  next_cursor: string | null;
}
