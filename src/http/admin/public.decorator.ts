import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const PUBLIC = 'recado:public';

/** A route or a controller that is served without the admin token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);
