import './frame.tsx';

void import('undici');
