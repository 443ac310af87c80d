import { ApiProperty } from '@nestjs/swagger';

/** A backup that was begun. */
export class BackupView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ['running', 'done', 'failed'] })
  state: 'running' | 'done' | 'failed';
  @ApiProperty({
    example: 'recado-2026-01-31T04-00-00-000Z.sqlite',
    description: 'Its name in `backups`, beside the file of the store.',
  })
  file: string;
  @ApiProperty({ type: 'integer', description: 'Pages of the store; 0 while they are not known.' })
  pages: number;
  @ApiProperty({ type: 'integer', description: 'How many of them are copied.' })
  copied: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed, and what to do.' })
  error: string | null;
  @ApiProperty({ format: 'date-time' })
  started_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ended_at: string | null;
}
