import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Page } from '../http/page.js';
import type { Template } from '../whatsapp/sending/content/template.js';

/** Selects the templates to list. */
export class TemplateQuery extends Page {
  @ApiPropertyOptional({
    example: 'approved',
    maxLength: 50,
    description: "Those of one status of WhatsApp's only, as Twilio writes it.",
  })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @MaxLength(50, { message: 'may have 50 characters at most' })
  status?: string;
  @ApiPropertyOptional({
    type: Boolean,
    description: 'Asks Twilio again, and does not show what was read within the last minute.',
  })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  fresh?: boolean;
}

/** A placeholder of a template. */
export class TemplateVariable {
  @ApiProperty({ example: '1' })
  name: string;
  @ApiProperty({ type: String, nullable: true, description: 'As it was given for the approval.' })
  example: string | null;
}

/** A template of the account's, as Twilio has it now. */
export class TemplateView {
  @ApiProperty({ example: 'HX00000000000000000000000000000000' })
  content_sid: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ example: 'es' })
  language: string;
  @ApiProperty({ example: 'twilio/text' })
  kind: string;
  @ApiProperty({ description: 'How it reads, with `{{1}}` for its variables.' })
  text: string;
  @ApiProperty({ type: [String], description: 'What can be tapped below it.' })
  buttons: string[];
  @ApiProperty({ type: [TemplateVariable] })
  variables: TemplateVariable[];
  @ApiProperty({ example: 'approved', description: "WhatsApp's decision, as Twilio writes it." })
  status: string;
  @ApiProperty({ description: 'It may be sent also when the 24-hour window is closed.' })
  approved: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'UTILITY' })
  category: string | null;
  @ApiProperty({ type: String, nullable: true })
  rejection_reason: string | null;

  /** Returns the view of a template. */
  static of(template: Template): TemplateView {
    const { sid, variables, category, rejectionReason, ...rest } = template;
    return {
      content_sid: sid,
      ...rest,
      variables: variables.map(({ name, example }) => ({ name, example: example ?? null })),
      approved: isApproved(template),
      category: category ?? null,
      rejection_reason: rejectionReason ?? null,
    };
  }
}

/** Whether WhatsApp takes a template outside of the 24-hour window. */
export function isApproved({ status }: Template): boolean {
  return status === 'approved';
}

/** A page of templates, by their names. */
export class TemplatePage {
  @ApiProperty({ type: [TemplateView] })
  items: TemplateView[];
  @ApiProperty({ type: String, nullable: true })
  next_cursor: string | null;
}
