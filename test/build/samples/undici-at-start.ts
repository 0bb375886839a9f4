import './frame.tsx';
import {get} from './get.ts';

void get('http://localhost');
